"""Estimates: what a family may be entitled to, from a few answers. Neither Rasa nor the web is known here."""
