"""One turn of conversation: from what was understood to what is answered. Pure: no Rasa, no web."""
