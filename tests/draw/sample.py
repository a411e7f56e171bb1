"""An invented graph by the conventions of the graph room: people, stints, papers, and evidence for them."""

from __future__ import annotations

from talentgraph.model import Edge, Node

PEOPLE = (
    "Ada Exämple", "Jiří Vzorek", "Bea Muster", "Carl Probe", "Dina Beispiel", "Eli Sample",
    "Fay Specimen", "Gus Model", "Hoa Mẫu", "Ivy Pattern", "Jon Trial", "Kim Draft",
)  # fmt: skip
PLACES = (
    ("Northlake University", "University"), ("Harbour Institute of Technology", "University"),
    ("Eastfield University", "University"), ("Acme Labs", "Company"), ("Borealis Cloud", "Company"),
    ("Cobalt Networks", "Company"), ("Delta Storage", "Company"), ("Institute for Slow Computing", "ResearchInstitute"),
    ("Fjord Analytics", "Company"), ("Granite Systems", "Company"), ("Hazel Health", "Company"),
    ("Westmoor University", "University"),
)  # fmt: skip
TECHNOLOGIES = (
    "Python", "C++", "Rust", "Go", "Java", "Kubernetes", "Ceph", "PyTorch", "Spark", "Kafka", "Linux", "Docker",
    "LLVM", "CUDA", "React", "PostgreSQL", "Redis", "Terraform", "Haskell", "OCaml", "TLA+", "gRPC", "Flink", "DPDK",
    "SPDK", "eBPF", "WebAssembly", "Ray", "JAX", "Git",
)  # fmt: skip
VENUES = ("SysConf", "NetMeet", "DataDays", "CloudSym")


def slug(name: str) -> str:
    """A readable id part."""
    return name.lower().replace(" ", "-")


def rows(count: int = 12) -> tuple[list[Node], list[Edge]]:
    """Nodes and edges, sorted by id."""
    maker = _Maker()
    for i in range(count):
        maker.person(i, PEOPLE[i % 12] if i < 12 else f"{PEOPLE[i % 12]} {i}")
    maker.papers(count)
    nodes = sorted(maker.nodes.values(), key=lambda node: node.id)
    return nodes, sorted(maker.edges.values(), key=lambda edge: edge.id)


class _Maker:
    def __init__(self) -> None:
        self.nodes: dict[str, Node] = {}
        self.edges: dict[str, Edge] = {}
        self.people: list[str] = []

    def node(self, id_: str, *labels: str, **facts: object) -> str:
        self.nodes.setdefault(id_, Node(id_, labels, {"id": id_, **facts}))  # type: ignore[arg-type]
        return id_

    def edge(self, type_: str, source: str, target: str, **facts: object) -> None:
        id_ = f"{source}|{type_}|{target}"
        self.edges.setdefault(id_, Edge(id_, type_, source, target, facts))  # type: ignore[arg-type]

    def evidence(self, target: str, document: str, quote: str, *marked: str) -> None:
        marks = [edge for part in marked for edge in (quote.index(part), quote.index(part) + len(part))]
        id_ = f"evidence/{slug(target)}"
        self.node(id_, "Evidence", name=quote[:20], quote=quote, marks=marks, page=1, section="work", confidence=0.93)
        self.edge("SUPPORTS", id_, target)
        self.edge("FROM_DOCUMENT", id_, document)

    def person(self, i: int, name: str) -> None:
        me = self.node(
            f"person/{slug(name)}", "Person", name=name, aliases=[f"{name[0]}. {name.split()[1]}"], headline="Engineer"
        )
        document = self.node(f"document/{i}.pdf", "Document", name=f"{i}.pdf", path=f"{i}.pdf")
        contact = self.node(f"contact/{i}", "Contact", name="mail", kind="email", value=f"secret{i}@example.org")
        self.edge("REACHED_AT", me, contact)
        self.evidence(contact, document, f"Write to secret{i}@example.org", f"secret{i}@example.org")
        self.evidence(me, document, f"{name}\nEngineer", name)
        self.study(me, i, document)
        first, second = (self.work(me, i + j * 3, document, 2012 + (i % 5) + 4 * j, current=j == 1) for j in range(2))
        self.edge("FOLLOWED_BY", first, second, derived=True)
        for j in range(6):
            self.skill(me, TECHNOLOGIES[(i * (3 if j % 2 else 1) + j * j) % len(TECHNOLOGIES)], 60 - 8 * j)
        if self.people and i % 4 == 3:
            self.edge("ADVISED", self.people[i - 3], me, startYear=2010, endYear=2014)
        self.people.append(me)

    def place(self, i: int) -> str:
        name, kind = PLACES[i % len(PLACES)]
        return self.node(f"organization/{slug(name)}", "Organization", kind, name=name, type=kind, countryCode="NO")

    def study(self, me: str, i: int, document: str) -> None:
        at = self.place((0, 1, 2, 11)[i // 3 % 4])
        name = self.nodes[at].properties["name"]
        dates = {"startDate": str(2006 + i % 4), "endDate": str(2010 + i % 4)}
        course = self.node(
            f"education/{me}/{i}", "Education", name="PhD", degree="PhD", field="Computer Science", **dates
        )
        self.edge("STUDIED", me, course)
        self.edge("AT", course, at)
        self.edge("STUDIED_AT", me, at, firstYear=2006 + i % 4, lastYear=2010 + i % 4, derived=True)
        self.evidence(
            course, document, f"PhD in Computer Science, {name}\t{2006 + i % 4} – {2010 + i % 4}", str(name), "PhD"
        )

    def work(self, me: str, i: int, document: str, year: int, *, current: bool) -> str:
        at = self.place(3 + i % 8)
        name = self.nodes[at].properties["name"]
        dates = (
            {"startDate": f"{year}-03", "isCurrent": True}
            if current
            else {"startDate": str(year), "endDate": f"{year + 4}-02"}
        )
        job = self.node(f"position/{me}/{i}/{year}", "Position", name="Engineer", title="Systems Engineer", **dates)
        self.edge("HELD", me, job)
        self.edge("AT", job, at)
        self.edge("USED", job, self.technology(TECHNOLOGIES[i % len(TECHNOLOGIES)]))
        self.edge("WORKED_AT", me, at, firstYear=year, derived=True)
        self.evidence(
            job,
            document,
            f"{name} — Systems Engineer, since {year}; <b>storage</b> & networks",
            str(name),
            "Systems Engineer",
        )
        for other in self.people[-2:]:
            self.edge("WORKED_WITH", me, other, organization=name, overlapMonths=20, derived=True)
        return job

    def technology(self, name: str) -> str:
        return self.node(f"technology/{slug(name)}", "Technology", name=name, kind="tool")

    def skill(self, me: str, name: str, months: int) -> None:
        self.edge("SKILLED_IN", me, self.technology(name), months=months, lastUsed="2024", derived=True)
        self.edge("LISTS", me, self.technology(name))

    def papers(self, count: int) -> None:
        for i in range(count * 5 // 4):
            paper = self.node(
                f"publication/{i}", "Publication", name=f"On the {i}th law of slow queues", year=2015 + i % 9
            )
            acronym = VENUES[i * 7 % 4]
            venue = self.node(f"venue/{slug(acronym)}", "Venue", name=f"Symposium {acronym}", acronym=acronym)
            self.edge("PUBLISHED_IN", paper, venue)
            authors = sorted(
                {self.people[i % count], self.people[(i + i % 3) % count], self.people[(i * 5 + 1) % count]}
            )
            for place, who in enumerate(authors, 1):
                self.edge("AUTHORED", who, paper, position=place)
                for other in authors[: place - 1]:
                    self.edge("COAUTHORED_WITH", other, who, count=1, derived=True)
            self.evidence(
                paper, "document/0.pdf", f"On the {i}th law of slow queues, {acronym} {2015 + i % 9}", acronym
            )


def choose(page, text: str) -> None:
    page.fill("#search", text)
    page.keyboard.press("Enter")
