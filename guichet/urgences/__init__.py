"""The safety net in front of the language model: emergencies told by patterns, without any model."""
