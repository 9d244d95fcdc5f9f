"""Disputes: one file a kind of rule, all listed in `finding`."""
