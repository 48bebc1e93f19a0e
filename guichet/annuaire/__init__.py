"""The shared directory of services: data·inclusion v1, plus a finer type and a reliability."""
