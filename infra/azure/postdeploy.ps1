# Subscribes the deployed app to the events of its storage. Run by azd after each deployment, or by hand with the three
# INGEST_ variables and AZURE_RESOURCE_GROUP set, which are outputs of main.bicep.
$ErrorActionPreference = 'Stop'

# The host makes the key of its blob webhook when it starts for the first time.
for ($attempt = 1; ; $attempt++) {
    az deployment group create --resource-group $env:AZURE_RESOURCE_GROUP --name ingest-events --only-show-errors --output none `
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
