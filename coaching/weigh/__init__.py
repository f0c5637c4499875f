"""What the answers of “Weigh it up” say back to the person. Pure: no database, no clock."""
