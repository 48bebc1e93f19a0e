"""Judging the understanding path on questions that nobody trained on."""
