# A command typed wrongly: what is wrong, and how to type it.

usage-choice = { $option }: there is no such value; choose one of: { $choices }.
usage-value = { $option }: the value cannot be read.
usage-file = { $option }: no such file, or it cannot be read. Look at the path.
usage-value-missing = { $option }: the value after it is missing.
usage-option-unknown = There is no option { $option }.
usage-missing = { $option } is missing.
usage-command = There is no command { $text }.
usage-extra = There is a word too many or too few.
usage-help = How it is used: { $command } --help
answers-ended = The answers ended before the questions; the command stops here. Run it again in a terminal of your own.
stopped-by-hand = Stopped as you asked (Ctrl-C).
