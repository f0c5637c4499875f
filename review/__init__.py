"""The staff desk: what students chose to share, and nothing else. It writes to nobody."""
