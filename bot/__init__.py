"""What runs inside Rasa's environment."""
