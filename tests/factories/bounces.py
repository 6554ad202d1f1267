"""Delivery reports as mail servers send them (RFC 3464)."""

REPORT = """\
From: MAILER-DAEMON@mx.example
To: section11@example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain

I could not deliver your message.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
Arrival-Date: Mon, 5 Oct 2026 09:00:00 +0000

Final-Recipient: rfc822; {to}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--B
Content-Type: {kind}

Message-ID: {message_id}
To: {to}
Subject: An invitation

{body}
--B--
"""


def delivery_report(message_id: str, to: str, *, action: str = "failed", status: str = "5.1.1", headers_only: bool = False) -> bytes:
    """One report about one email to one address; `headers_only`: only the head of that email came back with it."""
    kind = "text/rfc822-headers" if headers_only else "message/rfc822"
    text = REPORT.format(message_id=message_id, to=to, action=action, status=status, kind=kind, body="" if headers_only else "Dear Ann")
    return text.encode()


def mbox(*emails: bytes) -> bytes:
    """Many emails in one file."""
    return b"".join(b"From MAILER-DAEMON Mon Oct  5 09:00:00 2026\n" + email.replace(b"\nFrom ", b"\n>From ") + b"\n\n" for email in emails)
