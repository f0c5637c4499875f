"""Letters: first wording, checks, the printed page and the e-mail. No models, no requests."""
