"""Career centres: who works there, whose students they are, their rules and their words."""
