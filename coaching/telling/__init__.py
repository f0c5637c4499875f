"""Telling people: who, in which order, with which words, and what was written down of it."""
