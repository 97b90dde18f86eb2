### The menu of commands that Telegram shows beside the text field.

menu-guidon = Send a letter, report or proposal
menu-tracuu = Look up a code
menu-dontoi = Letters I have sent
menu-bosung = Add to a letter
menu-trogiup = Help, see a person
menu-ngonngu = Change the language
menu-dulieu = My data, withdraw, delete
menu-huy = Stop what is under way
