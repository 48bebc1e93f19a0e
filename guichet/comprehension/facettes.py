"""The facets: what can be asked about a subject."""

FACETTES = ("description", "conditions", "montant", "demarche", "justificatifs", "versement", "recours", "contact")
# What the facet classifier says of a message that asks for none of them.
AUCUNE = "aucune"
