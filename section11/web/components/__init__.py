"""What several pages show: navigation, problems, pages of a list. Their markup is in templates/components/."""
