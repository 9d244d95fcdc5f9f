"""Dragoman reads news reports about a conflict into a sourced record."""
