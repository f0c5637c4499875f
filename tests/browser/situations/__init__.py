"""Real situations, walked from the landing page to their end, with real typing.

The stories are public questions retold in our own words; all names are invented.
"""
