"""The headings of LinkedIn's PDF files, in the languages of its pages."""

# ruff: noqa: E501 - tables are easier to read on long lines

from __future__ import annotations

from talentgraph.values.text import fold

_WORDS = {
    "contact": "Contact|Contact Info|Kontakt|Kontaktdaten|Coordonnées|Contacter|Contactar|Contacto|Contato|Contate|"
    "Contatti|Contatta|Contactgegevens|Contacteren",
    "skills": "Top Skills|Top-Kenntnisse|Wichtigste Kenntnisse|Kenntnisse|Principales compétences|Compétences principales|"
    "Aptitudes principales|Principales aptitudes|Principais competências|Competências principais|Competenze principali|"
    "Principali competenze|Belangrijkste vaardigheden|Topvaardigheden|Vaardigheden",
    "languages": "Languages|Sprachen|Langues|Idiomas|Lingue|Talen",
    "certificates": "Certifications|Licenses & Certifications|Zertifizierungen|Bescheinigungen|Zertifikate|Certificaciones|"
    "Certificações|Certificados|Certificazioni|Certificeringen|Certificaten",
    "awards": "Honors-Awards|Honors & Awards|Auszeichnungen|Auszeichnungen und Preise|Prix et distinctions|Distinctions|"
    "Reconocimientos y premios|Premios|Prêmios|Prêmios e reconhecimentos|Honras e prêmios|Riconoscimenti e premi|"
    "Riconoscimenti|Onderscheidingen|Prijzen en onderscheidingen",
    "publications": "Publications|Publikationen|Veröffentlichungen|Publicaciones|Publicações|Pubblicazioni|Publicaties",
    "patents": "Patents|Patente|Brevets|Patentes|Brevetti|Octrooien|Patenten",
    "summary": "Summary|About|Zusammenfassung|Info|Résumé|Infos|Extracto|Acerca de|Resumen|Resumo|Sobre|Riepilogo|Sommario|"
    "Informazioni|Samenvatting|Over",
    "work": "Experience|Berufserfahrung|Erfahrung|Expérience|Experiencia|Experiência|Esperienza|Ervaring|Werkervaring",
    "education": "Education|Ausbildung|Bildung|Formation|Educación|Formación|Formação acadêmica|Formação|Educação|Formazione|"
    "Istruzione|Opleiding|Opleidingen",
}  # fmt: skip
HEADINGS = {fold(words): kind for kind, row in _WORDS.items() for words in row.split("|")}
