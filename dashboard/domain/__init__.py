"""Frozen records and vocabularies. Imports nothing of ours."""
