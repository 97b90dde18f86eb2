## Letters about the same thing

receipt-voices = { $n ->
    [one] One other person has
   *[other] { $n } other people have
} written about this. Officers may join the letters, to follow and answer them together; yours still counts as its own.
staff-similar = Perhaps about the same thing as: { $codes }. Please compare before you join them.
