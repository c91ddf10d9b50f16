# One's own account.

me-who = Who I am here
me-roles = Roles
me-roles-by = Roles and organisation are changed by an administrator.
me-password-least = { $count ->
        [one] At least { $count } character.
       *[other] At least { $count } characters.
    }
me-password-ends-others = Your sessions on all other devices end.
me-password-ends-all = All your sessions end, this one too: log in again with the new password and a code.
me-password-done = Your password is changed. Your other sessions have ended.

me-factor = Second factor
me-factor-on = On
me-factor-off = Off
me-factor-why = With a second factor, nobody logs in as you with your password alone.
me-factor-left = { $count ->
        [0] No recovery codes are left.
        [one] { $shown } recovery code is left.
       *[other] { $shown } recovery codes are left.
    }
me-factor-few = Few recovery codes are left. Enrol again to get new ones before you need them.
me-factor-enrol = Enrol a second factor
me-factor-again = Enrol again
me-factor-replaces = The app that you use now, and the old recovery codes, are good until the new ones are confirmed, and not after.
me-factor-password = So that nobody else does this at your open desk
me-factor-go-on = Go on
me-factor-scan = Scan this with an app that shows codes (TOTP), on a device that only you use.
me-factor-picture = Code to scan with the app
me-factor-type = Or type this in by hand:
me-factor-here = Or open it in an app on this device
me-factor-code = First code
me-factor-code-hint = The six figures that the app shows now
me-factor-confirm = Confirm
me-codes = Your recovery codes, shown only now
me-codes-says = Each is good once in place of a code, should you lose the device. Keep them on paper or where only you get to, not beside your password.
me-codes-print = Print
me-codes-keep = Keep as a file
me-codes-done = I have kept them

me-tokens = Tokens for machines
me-tokens-says = A token lets a system of your hospital, operator or centre act as you, with all that your roles may. Make one for each machine, and end it when the machine is gone.
me-tokens-none = Your roles have no tokens: what you do is your own judgement, and no machine's.
me-token-label = For which machine
me-token-label-hint = What will tell you later what it was for
me-token-days = For how many days
me-token-days-hint = At most { $count }
me-token-days-wrong = A whole number of days, from 1 to { $count }.
me-token-make = Make a token
me-token = Token
me-token-once = Your token, shown only now
me-token-once-says = Put it into the machine that it is for. It is kept nowhere else, and cannot be shown again.
me-token-id-says = Note it down: by it the token can be ended.
me-token-until = Good until
me-token-done = I have kept it

me-sessions = Sessions
me-sessions-says = A session ends after an hour in which you have done nothing, and after 12 hours in any case. What is shown live does not keep it open.
me-sessions-others = Another password ends your sessions everywhere. If a device is lost, change your password at once, and tell an administrator.

me-settings = On this device
me-settings-says = Language and colours are kept on this device, not in your account.
