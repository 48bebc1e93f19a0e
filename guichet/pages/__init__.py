"""Reading without the assistant: each fiche, checklist and letter as a page that prints and is indexed."""
