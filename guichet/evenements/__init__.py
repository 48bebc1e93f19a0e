"""Life events: a checklist of steps, dated from the person's own date."""
