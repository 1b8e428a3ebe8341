# Subscribes the deployed app to the events of its storage. Run by azd after each deployment, or by hand with the INGEST_
# variables and AZURE_RESOURCE_GROUP set, which are outputs of main.bicep, and AZURE_SUBSCRIPTION_ID for another subscription
# than the one that az has chosen.
$ErrorActionPreference = 'Stop'
$subscription = if ($env:AZURE_SUBSCRIPTION_ID) { '--subscription', $env:AZURE_SUBSCRIPTION_ID } else { @() }
foreach ($name in 'AZURE_RESOURCE_GROUP', 'INGEST_APP', 'INGEST_STORAGE_ACCOUNT', 'INGEST_EVENT_TOPIC') {
    if (-not [Environment]::GetEnvironmentVariable($name)) { throw "$name is not set." }
}

# What waiting does not mend.
az account show @subscription --output none
if ($LASTEXITCODE -ne 0) { exit 1 }

# The host makes the key of its blob webhook when it starts for the first time.
for ($attempt = 1; ; $attempt++) {
    az deployment group create @subscription --resource-group $env:AZURE_RESOURCE_GROUP --name ingest-events --only-show-errors --output none `
        --template-file "$PSScriptRoot/events.bicep" `
        --parameters "appName=$env:INGEST_APP" "storageAccountName=$env:INGEST_STORAGE_ACCOUNT" "topicName=$env:INGEST_EVENT_TOPIC"
    if ($LASTEXITCODE -eq 0) { break }
    if ($attempt -ge 10) {
        Write-Error 'The app could not be subscribed to the events of its storage; it finds files by its timer until this script succeeds.'
        exit 1
    }
    Write-Output "Not yet; once more in 30 s ($attempt of 10)."
    Start-Sleep -Seconds 30
}
Write-Output "Reviews go to $env:INGEST_REVIEWS_URL, profiles are at $env:INGEST_URL"
