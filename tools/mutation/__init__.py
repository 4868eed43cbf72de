"""Mutation testing: small changes of the analysis, each of which a test should notice."""
