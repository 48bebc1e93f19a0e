"""Rights: the fiches, and the amounts compiled from OpenFisca-France."""
