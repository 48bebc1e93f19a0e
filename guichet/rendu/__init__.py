"""One structured message, several renderings: what an SMS or a WhatsApp message says of it."""
