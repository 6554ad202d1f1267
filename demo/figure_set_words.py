"""Invented names and sentences of the figure sets. No place, body or person here is real."""

STEMS = (
    "Orlwick",
    "Tarnbeck",
    "Vellmoor",
    "Quillhaven",
    "Bracksea",
    "Dunmarrow",
    "Eskerley",
    "Fallowmere",
    "Gorseby",
    "Hythecombe",
    "Jossmere",
    "Kestrow",
    "Lannick",
    "Mothersea",
    "Nettlestrand",
    "Ostrowby",
    "Pellingate",
    "Quernford",
    "Ruddlesea",
    "Skerrowby",
    "Thrupwell",
    "Umberstow",
    "Varrowdale",
    "Wexmere",
    "Zealbury",
)

KINDS_OF_BODY = {  # sector key -> what its organisations are called after a stem
    "statutory": (
        "District Council",
        "Hospitals Trust",
        "Community Health Trust",
        "Constabulary",
        "Probation Service",
        "Youth Justice Service",
    ),
    "commissioned": (
        "Health Visiting",
        "Sexual Health Service",
        "Young Carers Service",
        "Advocacy",
        "Foster Care",
        "Children's Homes",
        "Drug and Alcohol Service",
    ),
    "third-sector": (
        "Youth Club",
        "Family Centre",
        "Village Hall Group",
        "Community Kitchen",
        "Refugee Welcome",
        "Toy Library",
        "Swimming Club",
    ),
    "early-years": ("Day Nursery", "Pre-school", "Childminding", "Kindergarten", "Playgroup"),
    "schools": ("Primary School", "High School", "Academy", "Special School"),
    "primary-care": ("Surgery", "Medical Centre", "Dental Practice", "Pharmacy"),
    "health": ("Hospitals Trust", "Community Health Trust", "Mental Health Trust"),
    "council": ("Borough Council",),
    "police": ("Constabulary",),
    "probation": ("Probation Service",),
    "housing": ("Homes", "Housing Association"),
}

BY_WHOM = {  # sector key -> who sends it, who signs it
    "schools": ("Designated safeguarding lead", "Headteacher"),
    "early-years": ("Manager", "Owner"),
    "primary-care": ("Practice manager", "Senior partner"),
    "third-sector": ("Group leader", "Chair of trustees"),
    "": ("Head of safeguarding", "Chief executive"),
}

SAID = {  # statement of the modern edition -> what was said when it is not met, what will be done, how
    "8.4": (
        "We count who was trained, but cannot say yet what changed.",
        "Ask three months after each course what people do differently",
        "A short talk in supervision",
    ),
    "4.3": (
        "New work was planned by adults; children heard of it afterwards.",
        "Bring children in before the next new session is settled",
        "Two meetings with the members' group",
    ),
    "8.2": (
        "Evening volunteers find no course they can get to.",
        "Book evening places on the partnership's course",
        "The training offer and one session of our own",
    ),
    "4.1": (
        "We tell parents about safety, and children hardly at all.",
        "Tell every child about the right to be safe",
        "A talk at the start of each term and a poster",
    ),
    "7.2": (
        "Our code of conduct stops at the front door.",
        "Add behaviour outside work to the code of conduct",
        "Model wording from the partnership",
    ),
    "6.2": ("Checks are made at the start and not repeated.", "Set a date for every recheck", "A column in the record of checks"),
    "8.3": (
        "Training dates are kept in three places.",
        "Keep one training record with refresher dates",
        "One sheet that two people look after",
    ),
    "4.2": ("What children say is noted now and then.", "Note the child's view in every record", "A line of its own on the form"),
    "5.2": ("We hear most from those who speak most.", "Visit the groups we do not hear from", "Two visits a term"),
    "9.2": ("Appraisal asks about training only.", "Add safeguarding work to appraisal", "Two questions in the form"),
    "11.3": (
        "Newer staff do not know whom to ring when a referral gets no answer.",
        "Put the steps of escalation by every phone",
        "A card and ten minutes in a team meeting",
    ),
    "12.1": ("We ask for a policy and do not read it.", "Check the arrangements of all who hire the hall", "A checklist before each hire"),
    "13.1": (
        "Online harm is in our policy, not yet in our training.",
        "Add harm online and outside the home to induction",
        "A film and a talk",
    ),
    "14.4": (
        "We can tell stories, but not show what is better.",
        "Keep count of what changed for children",
        "Four steps: need, hope, act, difference",
    ),
    "": ("We do this, but have not written it down.", "Agree who does this and write it down", "At the next team meeting"),
}

JOINT_STANDARDS = {  # standard -> (statement, audience)
    "Leading together": (
        ("A named senior person answers for the safety of children and of adults at risk.", "both"),
        ("Senior people look at children's and adults' safeguarding together at least twice a year.", "both"),
        ("Plans and budgets say what they mean for the safety of children and adults.", "both"),
    ),
    "Hearing people": (
        ("Children's own words shape how services work.", "children"),
        ("Adults say what outcome they want, and it is written down.", "adults"),
        ("What children and adults say is shared with partners.", "both"),
    ),
    "Able people": (
        ("Everyone has safeguarding training that fits their role.", "both"),
        ("In-house and bought-in training is checked by somebody who knows safeguarding.", "both"),
        ("Staff who need it know how to act when an adult may lack mental capacity.", "adults"),
        ("Supervision talks through work with children and adults at risk.", "both"),
    ),
    "Safe people": (
        ("Checks are complete before anybody starts.", "both"),
        ("Worries about a person in a position of trust reach the right officer within a day.", "both"),
    ),
    "Working as one": (
        ("Staff see the whole family: the child behind the adult, and the adult behind the child.", "both"),
        ("A young person's move to adult services is planned a year ahead.", "both"),
        ("Staff know how to settle a professional disagreement.", "both"),
        ("Multi-agency procedures are known and used.", "both"),
    ),
    "Learning": (
        ("Learning from our own audits reaches the people who do the work.", "both"),
        ("Findings of reviews of children's cases are acted on.", "children"),
        ("Findings of reviews of adults' cases are acted on.", "adults"),
        ("We can show what is better for children and adults.", "both"),
    ),
}

CHANGED = (
    "A new lead for adults started, and both leads now meet every month.",
    "We brought children's and adults' training into one plan.",
    "A team for young people who move to adult services began.",
    "Our audit of records found gaps, and we closed most of them.",
)
IMPROVE = (
    "Share what people tell us with partners, not only inside.",
    "Check the content of bought-in courses.",
    "Bring learning from audits to night shifts as well.",
    "Let more staff know where the joint procedures are.",
)
