"""What belongs to one person: all of it as a file, and all of it gone."""
