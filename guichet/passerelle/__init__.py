"""The gateway: the only public listener, in front of Rasa."""
