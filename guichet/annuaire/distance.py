"""Distances on the ground."""

from math import asin, cos, radians, sin, sqrt

_DIAMETRE_TERRE_KM = 12_742.0


def distance_km(latitude_a: float, longitude_a: float, latitude_b: float, longitude_b: float) -> float:
    """Great-circle distance in kilometres between two points in degrees (haversine)."""
    d_latitude, d_longitude = radians(latitude_b - latitude_a), radians(longitude_b - longitude_a)
    a = sin(d_latitude / 2) ** 2 + cos(radians(latitude_a)) * cos(radians(latitude_b)) * sin(d_longitude / 2) ** 2
    return _DIAMETRE_TERRE_KM * asin(sqrt(a))
