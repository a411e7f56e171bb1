"""Headings by their words."""

from __future__ import annotations

import pytest

from talentgraph.read.headings import heading_kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Work Experience", "work"),
        ("EMPLOYMENT HISTORY", "work"),
        ("Research & Publications", "publications"),
        ("Peer-reviewed journal articles", "publications"),
        ("1. Education and Training", "education"),
        ("E D U C A T I O N", "education"),
        ("H O N O R S   &   A W A R D S", "awards"),
        ("Berufserfahrung", "work"),
        ("Formación académica", "education"),
        ("Habilidades técnicas", "skills"),
        ("Compétences", "skills"),
        ("Invited talks", "talks"),
        ("Professional service", "service"),
        ("Languages:", "languages"),
        ("Software Skills", "skills"),
        ("Language Skills", "languages"),
        ("About me", "summary"),
        ("Acme Research Laboratories", ""),
        ("Software Engineer", ""),
        ("", ""),
        ("University of Nowhere", ""),
        ("University of Technology", ""),
    ],
)
def test_heading_kind_by_words(words: str, kind: str) -> None:
    assert heading_kind(words) == kind


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Gutachtertätigkeit", "service"),
        ("Eingeladene Vorträge", "talks"),
        ("Preise und Stipendien", "awards"),
        ("Activités associatives", "service"),
        ("Revisión por pares", "service"),
        ("Interventi su invito", "talks"),
        ("Attività didattica", "teaching"),
        ("Atividades de ensino", "teaching"),
        ("Talenkennis", "languages"),
        ("Centres d'intérêt", "interests"),
        ("Side Projects", "projects"),
        ("Planetary Missions", ""),
    ],
)
def test_headings_in_seven_languages(words: str, kind: str) -> None:
    assert heading_kind(words) == kind
