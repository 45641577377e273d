export const mailbox = {
  title: "Mailbox",
  demo: "This page exists only because this is a demo without a mail server.",
  open: "Messages are not sent but shown here, and everybody who can open this page sees all of them.",
  refresh: "Refresh",
  list: "Messages",
  to: "To {address}",
  now: "just now",
  ago: "{duration} ago",
  empty: "No messages yet.",
  emptyWhat: "A message that somebody asks for, such as one to sign in with, appears here until it expires.",
} as const;
