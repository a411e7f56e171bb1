"""Invented names: people, companies, schools, laboratories, places, venues.

About half of them are made up by grammar, so that the model learns where names stand and not only which names
there are.
"""

from __future__ import annotations

from random import Random

from talentgraph.train.grammar.pools import chance, items, known, lines, names, one, organizations, pick, weighted
from talentgraph.values import lexicon


def coined(random: Random) -> str:
    """A proper noun that is in no list."""
    word = "".join(random.choice(items("name_parts")) for _ in range(random.choice((1, 1, 2))))
    return (word + random.choice(items("name_ends"))).capitalize()


def given(random: Random) -> str:
    """A given name."""
    pool = names("given")
    if chance(random, 0.4) and (more := known("given_names.txt")):
        return random.choice(more)[0]
    if chance(random, 0.05):
        return f"{random.choice(pool)}-{coined(random)}"
    return coined(random) if chance(random, 0.06) else random.choice(pool)


def family(random: Random) -> str:
    """A family name, of two words now and then."""
    if chance(random, 0.4) and (more := known("family_names.txt")):
        name = random.choice(more)[0]
    else:
        name = coined(random) if chance(random, 0.3) else random.choice(names("family"))
    if chance(random, 0.05):
        return f"{name}-{random.choice(names('family'))}"
    if chance(random, 0.03):
        return f"{pick(random, 'van', 'de', 'von', 'Al', 'El', 'di', 'van der')} {name}"
    return f"{name} {coined(random)}" if chance(random, 0.03) else name


def person(random: Random) -> tuple[str, str]:
    """A given and a family name."""
    first = given(random)
    if chance(random, 0.06):
        first = f"{first} {given(random)}"
    return first, family(random)


def full_name(random: Random) -> str:
    """A name as advisors are named: with a middle initial now and then."""
    first, last = person(random)
    middle = f" {random.choice('ABCDEFGHJKLMNPRSTW')}." if chance(random, 0.2) else ""
    return f"{first}{middle} {last}"


def place(random: Random) -> str:
    """A place as CVs print it: city, region or country."""
    row = _place(random)
    city, region, country = row[0], lexicon.cell(row, 1), lexicon.cell(row, 2)
    if chance(random, 0.05):
        return weighted(random, {"Remote": 5, "Hybrid": 1, country or "Online": 5, f"{city} (Remote)": 2})
    if chance(random, 0.06):
        return f"Greater {city} Area" if chance(random, 0.5) else f"{city} Metropolitan Area"
    tail = region if region and chance(random, 0.7) else country
    if region and country and chance(random, 0.25):
        tail = f"{region}, {country}"
    return f"{city}, {tail}" if tail and chance(random, 0.8) else city


def city(random: Random) -> str:
    """A city, or a coined one."""
    return coined(random) if chance(random, 0.35) else _place(random)[0]


def _place(random: Random) -> tuple[str, ...]:
    if chance(random, 0.3) and (more := known("places.tsv")):
        row = random.choice(more)
        kind, name, region, country = (lexicon.cell(row, number) for number in range(4))
        if kind == "city":
            return name, "" if region.isdigit() else region, country
    return tuple(random.choice(lines("places")).split("\t"))


def company(random: Random) -> str:
    """A company."""
    if chance(random, 0.4):
        pool = organizations(universities=False)
        return random.choice(pool) if pool and chance(random, 0.7) else random.choice(items("companies"))
    name = _brand(random)
    if chance(random, 0.14):
        legal = random.choice(items("legal"))
        name = f"{name}{legal}" if legal.startswith(",") else f"{name} {legal}"
    if chance(random, 0.05):
        name += f" ({pick(random, 'acquired by', 'now', 'formerly', 'part of')} {_brand(random)})"
    elif chance(random, 0.04):
        name += f" ({pick(random, 'Startup', 'Series-A Startup', 'YC W21', coined(random), 'Kimi', 'Remote', 'India')})"
    return name


def _brand(random: Random) -> str:
    stem, end = random.choice(items("company_stems")), random.choice(items("company_ends"))
    made = {
        f"{stem} {end}": 5,
        f"{stem}{random.choice(items('suffixes'))}": 3,
        f"{stem}{end}": 2,
        coined(random): 3,
        f"{coined(random)} {end}": 4,
        f"{stem}-{coined(random)}": 0.7,
        f"{random.choice(names('family'))} {end}": 2,
        f"{random.choice(names('family'))} & {random.choice(names('family'))}": 1,
        f"{random.choice(names('family'))} {pick(random, 'and Sons', 'Group', 'Brothers', 'Associates')}": 0.5,
        f"{_place(random)[0]} {end}": 1,
        f"{stem} {random.choice(items('company_stems'))}": 1.5,
        stem: 1,
        f"{coined(random)}.{pick(random, 'ai', 'io', 'com', 'org')}".lower().capitalize(): 0.7,
        _initials(random): 1.2,
        f"{_initials(random)} {end}": 0.8,
        f"The {stem} {pick(random, 'Company', 'Project', 'Factory', 'Institute', 'Lab', 'Collective')}": 0.6,
        f"{stem}, the {pick(random, 'moonshot', 'design', 'data', 'open')} {pick(random, 'factory', 'company')}": 0.15,
        (stem + random.choice(items("suffixes"))).lower(): 0.4,
        (stem + pick(random, "JS", "ML", "DB", "NYC", "QL", "3D", "X", "360", "42", "OS")): 0.7,
    }
    return weighted(random, made)


def _initials(random: Random) -> str:
    return "".join(random.choice("ABCDEFGHIKLMNOPRSTUVZ") for _ in range(random.choice((2, 3, 3, 3, 4, 4, 5))))


def department(random: Random) -> str:
    """A department or school inside a university."""
    subject = random.choice(items("departments"))
    made = {
        f"Department of {subject}": 8,
        f"Dept. of {subject}": 1.5,
        f"School of {subject}": 4,
        f"Faculty of {subject}": 2,
        f"Institute of {subject}": 2,
        f"{subject} Department": 2,
        f"College of {pick(random, 'Engineering', 'Computing', 'Arts and Sciences', 'Medicine', subject)}": 1.5,
        f"{coined(random)} School of {one(random, 'Engineering|Law|Medicine|Business|Public Policy')}": 1.5,
        f"Graduate School of {subject}": 0.7,
        f"Institut für {subject}": 0.4,
        f"Facultad de {subject}": 0.4,
        f"Fakultät für {subject}": 0.3,
    }
    return weighted(random, made)


def school(random: Random) -> str:
    """A university or another school that gives degrees."""
    if chance(random, 0.45):
        pool = organizations(universities=True)
        return random.choice(pool) if pool and chance(random, 0.6) else random.choice(lines("schools"))
    town = city(random)
    subject = pick(
        random, "Technology", "Science and Technology", "Engineering", "Economics", "Applied Sciences", "Medicine"
    )
    made = {
        f"University of {town}": 10,
        f"{town} University": 8,
        f"The University of {town}": 1.5,
        f"{town} State University": 3,
        f"{town} Institute of Technology": 3,
        f"{town} University of {subject}": 3,
        f"Technical University of {town}": 1.5,
        f"{town} College": 3,
        f"{coined(random)} College": 1,
        f"Universität {town}": 2,
        f"Technische Universität {town}": 1,
        f"Hochschule {town}": 0.7,
        f"TU {town}": 0.7,
        f"Université de {town}": 2,
        f"Université {town} {pick(random, '1', '2', 'Sud', 'Nord')}": 0.5,
        f"Universidad de {town}": 1.5,
        f"Universidad Politécnica de {town}": 0.7,
        f"Universidade Federal de {town}": 1,
        f"Università degli Studi di {town}": 1.2,
        f"University of {town} at {city(random)}": 0.8,
        f"University of {town}, {city(random)}": 1.2,
        f"University of {town} - {city(random)}": 0.7,
        f"UC {town}": 0.4,
        f"U{pick(random, 'C', 'N', 'T', 'S', 'M')}{pick(random, 'LA', 'AM', 'IC', 'SB', 'D', 'F')}": 1,
        f"Indian Institute of Technology, {town}": 0.7,
        f"National Institute of Technology {town}": 0.7,
        f"{town} School of {pick(random, 'Mines', 'Economics', 'Design', 'Engineering', 'Business', 'Law')}": 1.2,
        f"{town} High School": 1,
        f"École {pick(random, 'Centrale', 'Supérieure', 'Nationale')} de {town}": 0.7,
        f"Max Planck Institute for {pick(random, 'Mathematics', 'Biology', 'Software Systems')}": 0.5,
        f"{random.choice(names('family'))} University": 1,
        f"{coined(random)} {coined(random)} University": 0.7,
        f"{coined(random)} Academy": 0.5,
    }
    return _with_addition(random, weighted(random, made))


def _with_addition(random: Random, name: str) -> str:
    """A school's name with its acronym, university or campus now and then."""
    if chance(random, 0.1):
        name = f"{name} ({_initials(random)})"
    elif chance(random, 0.03):
        name = f"{name} ({pick(random, f'University of {city(random)}', f'{city(random)} University', coined(random))})"
    elif chance(random, 0.02):
        name = f"{name}, {pick(random, 'Institut', 'Campus', 'Faculty of')} {coined(random)}"
    return name


def laboratory(random: Random) -> str:
    """A laboratory, institute, agency or hospital."""
    subject, town = random.choice(items("departments")), city(random)
    made = {
        f"{town} National Laboratory": 2,
        f"{_initials(random)} Laboratory": 1,
        f"{_initials(random)} lab": 0.7,
        f"{random.choice(names('family'))} Lab": 2,
        f"{coined(random)} Research Institute": 1.5,
        f"Institute for {subject}": 2,
        f"National Institute of {subject}": 1.5,
        f"Center for {subject}": 1.5,
        f"{coined(random)} Center for {subject}": 1,
        f"{town} {pick(random, 'Hospital', 'General Hospital', 'Medical Center', 'Museum', 'City Council')}": 1.5,
        f"Ministry of {pick(random, 'Education', 'Health', 'Economy')}": 0.4,
        f"{subject} {pick(random, 'Society', 'Association', 'Foundation', 'Club')}": 1,
        f"{pick(random, 'Swiss', 'German', 'Indian', 'Chinese', 'European', 'Federal')} Institute of {subject}": 1,
        f"Fraunhofer Institute for {subject}": 0.4,
        f"Institut {coined(random)}": 0.6,
        f"{coined(random)} Learning School": 0.3,
    }
    name = weighted(random, made)
    return f"{name} ({_initials(random)})" if chance(random, 0.2) else name


def employer(random: Random) -> str:
    """Anybody who employs people."""
    roll = random.random()
    if roll < 0.58:
        return company(random)
    return school(random) if roll < 0.82 else laboratory(random)


def group(random: Random) -> str:
    """A team, group or department inside an employer."""
    name = random.choice(items("groups"))
    subject = random.choice(items("departments"))
    made = {
        name: 5,
        f"{name} {pick(random, 'Team', 'Group', 'Division', 'Department', 'Organization', 'Office')}": 4,
        f"{random.choice(names('family'))} {pick(random, 'Lab', 'Group', 'Laboratory')}": 2,
        department(random): 3,
        f"{subject} {pick(random, 'Lab', 'Group', 'Laboratory', 'Division')}": 2,
        f"{pick(random, 'Team', 'Project')} {coined(random)}": 0.6,
        f"{coined(random)} {pick(random, 'Team', 'Project')}": 0.6,
        f"Laboratory of {subject}": 0.7,
        f"Center for {subject}": 0.8,
    }
    return weighted(random, made)


def venue(random: Random) -> tuple[str, str]:
    """A venue: the short and the long form; one of them may be empty."""
    if chance(random, 0.3) and (more := known("venues.tsv")):
        row = random.choice(more)
        short, long = row[0], lexicon.cell(row, 1)
        if short or long:
            return short, long if long != short else ""
    if chance(random, 0.4):
        entry = tuple(random.choice(lines("venues")).split("\t"))
        return entry[0], lexicon.cell(entry, 1)
    return invented_venue(random)


def invented_venue(random: Random) -> tuple[str, str]:
    """A journal, conference, workshop or series that is in no list."""
    subject, other = random.choice(items("departments")), random.choice(items("departments"))
    short = _initials(random)
    scope = pick(random, "International", "European", "IEEE", "ACM", "Annual", "Asian", "Nordic", "IEEE International")
    journal = {
        f"Journal of {subject}": 6,
        f"{pick(random, 'International', 'European', 'American', 'British', 'Annual')} Journal of {subject}": 3,
        f"{subject} {pick(random, 'Letters', 'Review', 'Reports', 'Research', 'Today', 'Advances', 'Quarterly')}": 4,
        f"{pick(random, 'Annals', 'Archives', 'Advances', 'Frontiers', 'Trends', 'Annual Review')} of {subject}": 3,
        f"Frontiers in {subject}": 2,
        f"IEEE Transactions on {subject}": 3,
        f"ACM Transactions on {subject}": 1,
        f"{subject} and {other}": 2,
        f"{subject} & {other}": 1,
        subject: 1.5,
        coined(random): 0.8,
        f"Physical {subject} {pick(random, 'A', 'B', 'D', 'E')}": 0.7,
        f"Nature {subject}": 1.5,
        f"Perspectives on {subject}": 0.7,
        f"Zeitschrift für {subject}": 0.3,
        f"Revista de {subject}": 0.4,
    }
    conference = {
        f"{scope} Conference on {subject}": 6,
        f"{scope} Symposium on {subject}": 3,
        f"{scope} Workshop on {subject}": 2,
        f"Workshop on {subject} and {other}": 2,
        f"Conference on {subject} and {other}": 1,
        f"{subject} Conference": 1,
        f"Lecture Notes in {subject}": 0.7,
        f"Handbook of {subject}": 0.6,
    }
    if chance(random, 0.55):
        return ("", weighted(random, journal)) if chance(random, 0.85) else (short, weighted(random, journal))
    return (short, weighted(random, conference)) if chance(random, 0.7) else ("", weighted(random, conference))
