"""What is said and in which order: the dialogues, pure and synchronous."""
