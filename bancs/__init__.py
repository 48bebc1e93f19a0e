"""What docs/mesures.md reports, measured on this machine: `make bench`."""
