"""Makers of rows for tests: plain functions, one file an app, each with defaults that hang together."""
