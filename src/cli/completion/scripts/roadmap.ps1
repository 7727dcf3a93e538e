# Completion of roadmap for PowerShell 5.1 and later. Nothing that is typed or that a file says is run or expanded.

Register-ArgumentCompleter -Native -CommandName roadmap -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $before = @($commandAst.CommandElements |
        Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object {
            if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value }
            else { $_.Extent.Text }
        })
    $current = "$wordToComplete".Trim("'", '"')
    $encoding = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new()
        $answer = @($null | & roadmap __complete words @before "=$current" 2>$null)
    }
    finally {
        [Console]::OutputEncoding = $encoding
    }
    if ($answer.Count -gt 0 -and $answer[0] -eq 'files') {
        return [System.Management.Automation.CompletionCompleters]::CompleteFilename($wordToComplete)
    }
    $answer | Select-Object -Skip 1 | Where-Object { $_ } | ForEach-Object {
        $value, $help = $_ -split "`t", 2
        $text = if ($value -match '^[\w./+%-]+$') { $value } else { "'$value'" }
        [System.Management.Automation.CompletionResult]::new(
            $text, $value, 'ParameterValue', $(if ($help) { $help } else { $value }))
    }
}
