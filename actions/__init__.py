"""Rasa's custom actions: read the tracker, call `guichet.conversation`, return events."""
