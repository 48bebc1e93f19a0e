"""Guichet Familles: rights and local services for the families of a territory."""
