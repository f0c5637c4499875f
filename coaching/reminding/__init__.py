"""E-mail that a person asked for: when it is due, and that it is written once."""
