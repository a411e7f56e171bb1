"""Europass: the form of the first platform and that of today."""

from __future__ import annotations

from pathlib import Path

import pytest

from talentgraph.errors import ReadError
from talentgraph.model import Profile, Record
from talentgraph.read import read

OLD = """<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" locale="en">
  <DocumentInfo><DocumentType>ECV</DocumentType></DocumentInfo>
  <LearnerInfo>
    <Identification>
      <PersonName><FirstName>Ada</FirstName><Surname>Exämple</Surname></PersonName>
      <ContactInfo>
        <Address><Contact><AddressLine>1 Example Road</AddressLine><PostalCode>12345</PostalCode>
          <Municipality>Adatown</Municipality><Country><Code>DE</Code><Label>Germany</Label></Country></Contact></Address>
        <Email><Contact>ada@example.org</Contact></Email>
        <TelephoneList><Telephone><Contact>+49 30 1234567</Contact></Telephone></TelephoneList>
        <WebsiteList><Website><Contact>https://example.org/ada</Contact></Website></WebsiteList>
      </ContactInfo>
    </Identification>
    <Headline><Type><Code>preferred_job</Code></Type><Description><Label>Cache Engineer</Label></Description></Headline>
    <WorkExperienceList>
      <WorkExperience>
        <Period><From year="2020" month="--03" day="---15"/><Current>true</Current></Period>
        <Position><Label>Engineer</Label></Position>
        <Activities>&lt;p&gt;Built &lt;b&gt;caches&lt;/b&gt; &amp;amp; queues&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Fast&lt;/li&gt;&lt;/ul&gt;</Activities>
        <Employer><Name>Acme Labs</Name><ContactInfo><Address><Contact><Municipality>Adatown</Municipality>
          </Contact></Address></ContactInfo></Employer>
      </WorkExperience>
      <WorkExperience>
        <Period><From year="2018"/><To year="2019" month="--12"/></Period>
        <Position><Label>Intern</Label></Position><Employer><Name>Bolt</Name></Employer>
      </WorkExperience>
    </WorkExperienceList>
    <EducationList>
      <Education>
        <Period><From year="2014"/><To year="2018"/></Period><Title>BSc</Title>
        <Organisation><Name>Acme University</Name></Organisation><Field><Label>Physics</Label></Field>
      </Education>
    </EducationList>
    <Skills>
      <Linguistic>
        <MotherTongueList><MotherTongue><Description><Label>German</Label></Description></MotherTongue></MotherTongueList>
        <ForeignLanguageList><ForeignLanguage><Description><Label>English</Label></Description>
          <ProficiencyLevel><Listening>C1</Listening><Reading>C2</Reading><Writing>C1</Writing></ProficiencyLevel>
        </ForeignLanguage></ForeignLanguageList>
      </Linguistic>
      <Computer><Description>&lt;ul&gt;&lt;li&gt;C++&lt;/li&gt;&lt;li&gt;Go, Make&lt;/li&gt;&lt;/ul&gt;</Description></Computer>
    </Skills>
    <AchievementList>
      <Achievement><Title><Code>honors_awards</Code><Label>Honours</Label></Title>
        <Description>&lt;p&gt;Best Cache&lt;/p&gt;&lt;p&gt;Best Queue&lt;/p&gt;</Description></Achievement>
    </AchievementList>
  </LearnerInfo>
</SkillsPassport>
"""  # noqa: E501

NEW = """<?xml version="1.0" encoding="UTF-8"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9"
    xmlns:eures="http://www.europass_eures.eu/1.0" xmlns:hr="http://www.hr-xml.org/3">
  <CandidatePerson>
    <PersonName><oa:GivenName>Ada</oa:GivenName><hr:FamilyName>Example</hr:FamilyName></PersonName>
    <Communication><ChannelCode>Email</ChannelCode><oa:URI>ada@example.org</oa:URI></Communication>
    <Communication><ChannelCode>Web</ChannelCode><oa:URI>https://example.org/ada</oa:URI></Communication>
    <Communication><ChannelCode>Telephone</ChannelCode><CountryDialing>49</CountryDialing>
      <oa:DialNumber>301234567</oa:DialNumber></Communication>
    <Communication><UseCode>home</UseCode><Address><oa:AddressLine>1 Example Road</oa:AddressLine>
      <oa:CityName>Adatown</oa:CityName><oa:PostalCode>12345</oa:PostalCode><CountryCode>de</CountryCode></Address>
    </Communication>
    <PrimaryLanguageCode name="NORMAL">deu</PrimaryLanguageCode>
  </CandidatePerson>
  <CandidateProfile languageCode="en">
    <EmploymentHistory>
      <EmployerHistory>
        <hr:OrganizationName>Acme Labs</hr:OrganizationName>
        <PositionHistory>
          <PositionTitle typeCode="FREETEXT">Lead</PositionTitle>
          <eures:EmploymentPeriod>
            <eures:StartDate><hr:FormattedDateTime>2021-06-15</hr:FormattedDateTime></eures:StartDate>
            <hr:CurrentIndicator>true</hr:CurrentIndicator>
          </eures:EmploymentPeriod>
          <oa:Description>&lt;p&gt;Leads.&lt;/p&gt;</oa:Description><City>Adatown</City><Country>de</Country>
        </PositionHistory>
        <PositionHistory>
          <PositionTitle>Engineer</PositionTitle>
          <eures:EmploymentPeriod>
            <eures:StartDate><hr:FormattedDateTime>2019</hr:FormattedDateTime></eures:StartDate>
            <eures:EndDate><hr:FormattedDateTime>2021-05</hr:FormattedDateTime></eures:EndDate>
            <hr:CurrentIndicator>false</hr:CurrentIndicator>
          </eures:EmploymentPeriod>
        </PositionHistory>
      </EmployerHistory>
    </EmploymentHistory>
    <EducationHistory>
      <EducationOrganizationAttendance>
        <hr:OrganizationName>Acme University</hr:OrganizationName>
        <OrganizationContact><Communication><Address><oa:CityName>Adatown</oa:CityName></Address></Communication></OrganizationContact>
        <AttendancePeriod><StartDate><hr:FormattedDateTime>2014-10</hr:FormattedDateTime></StartDate>
          <EndDate><hr:FormattedDateTime>2018-09</hr:FormattedDateTime></EndDate><Ongoing>false</Ongoing></AttendancePeriod>
        <EducationDegree><hr:DegreeName>BSc Physics</hr:DegreeName>
          <FinalGrade><hr:ScoreText>1.3</hr:ScoreText></FinalGrade></EducationDegree>
      </EducationOrganizationAttendance>
    </EducationHistory>
    <PersonQualifications>
      <PersonCompetency><CompetencyID>eng</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID>
        <eures:CompetencyDimension><eures:Score><hr:ScoreText>C1</hr:ScoreText></eures:Score></eures:CompetencyDimension>
      </PersonCompetency>
      <PersonCompetency><CompetencyID>http://data.europa.eu/esco/skill/1</CompetencyID>
        <hr:TaxonomyID>other</hr:TaxonomyID><CompetencyName>C++</CompetencyName></PersonCompetency>
    </PersonQualifications>
    <Certifications><Certification><CertificationName>Cache Master</CertificationName></Certification></Certifications>
    <Projects><Project><Title>minicache</Title><oa:Description>Small</oa:Description></Project></Projects>
    <PublicationHistory><Publication><Title>On Caches</Title><Year>2020</Year></Publication></PublicationHistory>
  </CandidateProfile>
</Candidate>
"""  # noqa: E501


def profile_of(folder: Path, text: str) -> Profile:
    (folder / "ada.xml").write_text(text, encoding="utf-8")
    profile = read(folder / "ada.xml")
    assert isinstance(profile, Profile)
    return profile


def quotes(profile: Profile, record: Record, key: str) -> list[str]:
    return [profile.text[start:end] for start, end in record.evidence[key]]


def test_the_older_form(tmp_path: Path) -> None:
    profile = profile_of(tmp_path, OLD)
    basics = profile.basics
    assert (basics.name, basics.label, basics.email) == ("Ada Exämple", "Cache Engineer", "ada@example.org")
    assert (basics.location, basics.address, basics.postal_code) == ("Adatown, Germany", "1 Example Road", "12345")
    assert (basics.phone, basics.profiles) == ("+49 30 1234567", ("https://example.org/ada",))
    first, second = profile.work
    assert (first.name, first.position, first.location) == ("Acme Labs", "Engineer", "Adatown")
    assert (first.start_date, first.end_date, first.current) == ("2020-03-15", None, True)
    assert first.summary == "Built caches & queues\nFast"
    assert quotes(profile, first, "start_date") == ["2020", "03", "15"]
    assert quotes(profile, first, "current") == ["true"]
    assert quotes(profile, basics, "name") == ["Ada", "Exämple"]
    assert (second.start_date, second.end_date, second.current) == ("2018", "2019-12", False)
    (degree,) = profile.education
    assert (degree.institution, degree.study_type, degree.area) == ("Acme University", "BSc", "Physics")
    assert [(each.language, each.fluency) for each in profile.languages] == [("German", "native"), ("English", "C1/C2")]
    assert profile.skills[0].keywords == ("C++", "Go", "Make")
    assert [award.title for award in profile.awards] == ["Best Cache", "Best Queue"]


def test_the_newer_form(tmp_path: Path) -> None:
    profile = profile_of(tmp_path, NEW)
    basics = profile.basics
    assert (basics.name, basics.email, basics.phone) == ("Ada Example", "ada@example.org", "49 301234567")
    assert (basics.location, basics.address, basics.url) == ("Adatown, de", "1 Example Road", "https://example.org/ada")
    first, second = profile.work
    assert (first.name, first.position, first.location) == ("Acme Labs", "Lead", "Adatown, de")
    assert (first.start_date, first.current, first.summary) == ("2021-06-15", True, "Leads.")
    assert (second.position, second.start_date, second.end_date) == ("Engineer", "2019", "2021-05")
    assert quotes(profile, second, "position") == ["Engineer"]
    (degree,) = profile.education
    assert (degree.institution, degree.study_type, degree.score) == ("Acme University", "BSc Physics", "1.3")
    assert (degree.location, degree.start_date, degree.end_date) == ("Adatown", "2014-10", "2018-09")
    assert [(each.language, each.fluency) for each in profile.languages] == [("deu", "native"), ("eng", "C1")]
    assert profile.skills[0].keywords == ("C++",)
    assert [each.name for each in profile.certificates] == ["Cache Master"]
    assert [(each.name, each.description) for each in profile.projects] == [("minicache", "Small")]
    assert [(each.name, each.release_date) for each in profile.publications] == [("On Caches", "2020")]


def test_a_file_without_a_cv(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="without a CV"):
        profile_of(tmp_path, "<?xml version='1.0'?><SkillsPassport><LearnerInfo/></SkillsPassport>")
