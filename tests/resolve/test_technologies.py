"""Technologies: one by all its names, versions of models and hardware apart, joint names taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talentgraph.graph import rows
from talentgraph.model import Basics, Profile, Skill, Source
from talentgraph.resolve import compare, resolve
from talentgraph.resolve.technologies import acronym_links
from talentgraph.values import senses, technologies, technology_names

SAME = [
    ("k8s", "Kubernetes"),
    ("C++17", "C++"),
    ("Python 3.11", "Python (advanced)"),
    ("Git (basics)", "Git"),
    ("AWS S3", "Amazon S3"),
    ("Apache Kafka", "Kafka"),
    ("Oracle Java", "Java"),
    ("sklearn", "scikit-learn library"),
    ("Postgres", "PostgreSQL database"),
    ("Aprendizaje automático", "Machine Learning"),
    ("Procesamiento de señales", "Signal Processing"),
    ("Maschinelles Lernen", "ML"),
    ("Long Short-Term Memory (LSTM)", "LSTM"),
    ("visualisation of badgers", "Visualization of Badgers"),
    ("A100 GPUs", "NVIDIA A100 80GB"),
    ("Llama-2-7b-chat", "LLaMA 2"),
    ("Kuberentes", "Kubernetes"),
    ("FBS", "Frobbing Badger Studio"),
    ("Assembly (x86)", "x86 assembly"),
    ("Informática", "Computer Science"),
    ("CUDA kernels", "CUDA"),
    ("Lasso", "Lasso regression"),
]
DIFFERENT = [
    ("C", "C++"),
    ("C", "C#"),
    ("Informatica", "Computer Science"),
    ("CUDA kernels", "Kernel fusion"),
    ("LASSO", "Lasso language"),
    ("C/C++", "C"),
    ("R", "Ruby"),
    ("Go", "go-to-market"),
    ("Java", "JavaScript"),
    ("GPT-2", "GPT-4"),
    ("A100", "H100"),
    ("YOLOv5", "YOLOv8"),
    ("Torch (Lua)", "PyTorch"),
    ("SageMaker", "AWS"),
    ("Verilog", "SystemVerilog"),
    ("React", "React Native"),
    ("React", "ReAct (agents)"),
    ("Oracle Linux", "Linux"),
    ("TF/Keras", "tf.keras"),
    ("Assembly (8085)", "Assembly"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_names_of_one_technology(left: str, right: str) -> None:
    assert compare("technology", left, right).band == "same"


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_names_of_two_technologies(left: str, right: str) -> None:
    assert compare("technology", left, right).band == "different"


@pytest.mark.parametrize(
    ("name", "beside", "meant"),
    [
        ("Spark", "Ada, GNAT", "SPARK Ada"),
        ("Spark", "", "Apache Spark"),
        ("Beam", "Erlang, Elixir", "BEAM VM"),
        ("Lightning", "Salesforce, Apex", "Salesforce Lightning"),
        ("LDA", "PCA, SVM", "Linear Discriminant Analysis"),
        ("Triton", "TensorRT, serving", "Triton Inference Server"),
        ("TF", "term frequency, inverted index", ""),
    ],
)
def test_what_is_listed_beside_a_name_tells_its_bearer(name: str, beside: str, meant: str) -> None:
    assert technology_names.named(name, beside).name == meant


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("C/C++", ("C", "C++")),
        ("HTML5 & CSS3", ("HTML5", "CSS3")),
        ("Docker, Kubernetes and Helm", ("Docker", "Kubernetes", "Helm")),
        ("TCP/IP", ("TCP/IP",)),
        ("PL/SQL", ("PL/SQL",)),
        ("CI/CD", ("CI/CD",)),
        ("Research and Development", ("Research and Development",)),
        ("ROS/ROS2", ("ROS/ROS2",)),
    ],
)
def test_joint_names_are_taken_apart(printed: str, parts: tuple[str, ...]) -> None:
    assert technology_names.split(printed) == parts


def test_both_parts_of_a_joint_name_have_the_evidence_of_the_place() -> None:
    text = "Skills: C/C++, Git\n"
    places = {"keywords.0": ((8, 13),), "keywords.1": ((15, 18),)}
    skill = Skill(name="Skills", keywords=("C/C++", "Git"), evidence=places)
    source = Source(path="ada.txt", sha256="0", media_type="text/plain")
    profile = Profile(source=source, basics=Basics(name="Ada Example"), skills=(skill,), text=text)
    identities = resolve([profile])
    assert identities.mentions["ada.txt#skills.0.keywords.0"] == "technology/c"
    assert identities.mentions["ada.txt#skills.0.keywords.0.part.1"] == "technology/c++"
    _, edges = rows([profile], identities)
    listed = {edge.target for edge in edges if edge.type == "LISTS"}
    supported = {edge.target for edge in edges if edge.type == "SUPPORTS"}
    assert listed == {"technology/c", "technology/c++", "technology/git"} <= supported


def test_an_acronym_is_joined_with_the_only_full_name_that_it_fits() -> None:
    texts = ["FBS", "Frobbing Badger Studio", "Git"]
    assert list(acronym_links(texts)) == [("fbs", "frobbingbadgerstudio")]
    assert list(acronym_links([*texts, "Feeding Bats Safely"])) == []


def test_parents_and_senses_are_known() -> None:
    assert [e.name for e in technologies.entries() if e.parent and technologies.known(e.parent) is None] == []
    named = [b for (of, _), bearers in senses._senses().items() if of == "technology" for b, _ in bearers]
    assert [name for name in named if technologies.known(name) is None] == []


def names() -> st.SearchStrategy[str]:
    known = [name for pair in (*SAME, *DIFFERENT) for name in pair]
    return st.sampled_from(known) | st.text(max_size=30) | st.text(st.sampled_from("cC+#/ .aA3()rR"), max_size=8)


@settings(max_examples=200, deadline=None)
@given(names(), names())
def test_laws(left: str, right: str) -> None:
    key = technology_names.key(left)
    assert technology_names.key(key) == key
    assert compare("technology", left, right).probability == compare("technology", right, left).probability


def test_every_name_of_the_list_leads_to_itself() -> None:
    for entry in technologies.entries():
        for name in (entry.name, *entry.aliases):
            key = technology_names.key(name)
            assert technology_names.key(key) == key
