"""Memory: what is remembered from one clause to the next while a text is told."""

# ruff: noqa: E501 - patterns are easier to read on one line

from __future__ import annotations

from dataclasses import dataclass, field

from talentgraph.extract.prose.mentions import Mention
from talentgraph.extract.prose.scene import Scene
from talentgraph.extract.prose.story import Post, Story, Study
from talentgraph.model import Span


@dataclass
class Memory:
    """The story so far, and what "there", "then" and an absent subject stand for."""

    language: str
    own: frozenset[str]  # folded words of the person's name
    schools: frozenset[str] = frozenset()  # folded places that name an organisation of the text ("Oslo")
    story: Story = field(default_factory=Story)
    org: Mention | None = None  # the organisation spoken of last
    where: Mention | None = None  # what "where" stands for in this clause
    topic: Mention | None = None  # the organisation that opens this sentence or entry
    post: Post | None = None
    study: Study | None = None
    pending: Mention | None = None  # a date that waits for what it dates
    until: Mention | None = None  # a second date that waits, for an end
    owner: str = "self"
    sentence: int = -1
    paragraph: int = -1
    first_person: bool = False
    named: str = ""  # the name that was read last
    waiting: list[Span] = field(default_factory=list)  # advisors told of before any study

    def open_sentence(self, scene: Scene) -> None:
        """Forget what does not reach over a full stop."""
        clause = scene.clause
        if clause.paragraph != self.paragraph or not clause.bullet:
            self.topic = None
        self.sentence, self.paragraph = clause.sentence, clause.paragraph
        self.owner, self.pending, self.until, self.post = "self", None, None, None

    def post_here(self, scene: Scene) -> Post | None:
        """The post that is spoken of in this sentence."""
        return self.post if self.post is not None and self.post.sentence == scene.clause.sentence else None

    def study_here(self, scene: Scene) -> Study | None:
        """The study that is spoken of in this sentence."""
        return self.study if self.study is not None and self.study.sentence == scene.clause.sentence else None

    def open_post(self, scene: Scene, at: int) -> Post:
        """A new post, told at a place of a clause."""
        post = Post(scene.clause.sentence, clause=scene.clause.start, time=scene.time(self.language, at))
        post.held = scene.present(self.language, at) if post.time == "present" else None
        self.story.posts.append(post)
        self.post = post
        self.date_it(scene, post)
        return post

    def open_study(self, scene: Scene) -> Study:
        """A new course of study."""
        study = Study(scene.clause.sentence, clause=scene.clause.start)
        self.story.studies.append(study)
        self.study = study
        self.date_it(scene, study)
        return study

    def date_it(self, scene: Scene, target: Post | Study) -> None:
        """Give a waiting date to what it dates."""
        if self.pending is not None and target.date is None:
            target.date = self.pending.date
            if isinstance(target, Post) and self.until is not None:
                target.until = self.until.date
            self.pending = self.until = None
            if isinstance(target, Post):
                target.begins = True if scene.begins(scene.clause.end) else target.begins
