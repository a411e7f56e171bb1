"""The grammar of invented CVs: what stands in a section, and in how many ways it can be written."""
