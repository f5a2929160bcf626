"""Recommends what others bought as well."""
