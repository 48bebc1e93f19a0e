"""Our components of Rasa's NLU graph; what they compute lives in `guichet.comprehension`."""
