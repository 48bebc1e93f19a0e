"""Understanding what a person wrote: pure Python, shared by Rasa's environment and by ours."""
