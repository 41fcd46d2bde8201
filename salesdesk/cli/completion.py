"""`salesdesk completion`: the scripts that ask completing.py."""

from typing import Annotated

from salesdesk.cli.call import Call
from salesdesk.cli.declare import Argument, Commands

commands = Commands()

_BASH = r"""_salesdesk() {
    local IFS=$'\n'
    COMPREPLY=($("${COMP_WORDS[0]}" __complete bash "$COMP_LINE" "$COMP_POINT" 2>/dev/null))
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[:/] ]] && compopt -o nospace
}
complete -o nosort -F _salesdesk salesdesk
"""
_ZSH = r"""#compdef salesdesk
_salesdesk() {
    local line
    local -a open closed
    for line in "${(@f)$("${words[1]}" __complete zsh "${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
        [[ -z $line ]] && continue
        local value=${line%%$'\t'*} help=""
        [[ $line == *$'\t'* ]] && help=${line#*$'\t'}
        value=${value//:/\\:}
        if [[ $value == *[:/] ]]; then open+=("$value:$help"); else closed+=("$value:$help"); fi
    done
    (( ${#open} )) && _describe -V 'salesdesk' open -S ''
    (( ${#closed} )) && _describe -V 'salesdesk' closed
}
compdef _salesdesk salesdesk
"""
_FISH = r"""function __salesdesk_complete
    set -l words (commandline -opc) (commandline -ct)
    $words[1] __complete fish $words[2..-1] 2>/dev/null
end
complete -c salesdesk -f -a '(__salesdesk_complete)'
"""
_POWERSHELL = r"""Register-ArgumentCompleter -Native -CommandName salesdesk -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $elements = $commandAst.CommandElements | Select-Object -Skip 1
    $words = @($elements | ForEach-Object { $_.ToString().Trim("'", '"') })
    if ($wordToComplete -eq '') { $words += '""' }
    & salesdesk __complete powershell @words 2>$null | ForEach-Object {
        $value, $help = $_ -split "`t", 2
        $text = if ($value -match '\s') { "'" + $value.Replace("'", "''") + "'" } else { $value }
        if (-not $help) { $help = $value }
        [System.Management.Automation.CompletionResult]::new($text, $value, 'ParameterValue', $help)
    }
}
"""
SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH, "powershell": _POWERSHELL}


@commands.verb(
    "completion",
    examples=(
        "completion bash > ~/.local/share/bash-completion/completions/salesdesk",
        "completion fish > ~/.config/fish/completions/salesdesk.fish",
    ),
)
def completion(call: Call, shell: Annotated[str, Argument("SHELL", "Your shell.", choices=tuple(SCRIPTS))]) -> str:
    """Print the completion script of a shell.

    bash: put it among the completions, or eval "$(salesdesk completion bash)". zsh: into a file _salesdesk
    on your fpath, or eval it after compinit. fish: into completions/salesdesk.fish. powershell: add it to
    $PROFILE.
    """
    return SCRIPTS[shell]
