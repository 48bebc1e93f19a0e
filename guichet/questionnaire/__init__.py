"""« À quoi ai-je droit ? » : the short questions, and what is read in the answers."""
