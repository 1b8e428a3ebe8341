#!/bin/sh
# Subscribes the deployed app to the events of its storage. Run by azd after each deployment, or by hand with the INGEST_
# variables and AZURE_RESOURCE_GROUP set, which are outputs of main.bicep, and AZURE_SUBSCRIPTION_ID for another subscription
# than the one that az has chosen.
set -eu
: "${AZURE_RESOURCE_GROUP:?}" "${INGEST_APP:?}" "${INGEST_STORAGE_ACCOUNT:?}" "${INGEST_EVENT_TOPIC:?}"

# What waiting does not mend.
az account show ${AZURE_SUBSCRIPTION_ID:+--subscription "$AZURE_SUBSCRIPTION_ID"} --output none

# The host makes the key of its blob webhook when it starts for the first time.
attempt=1
until az deployment group create ${AZURE_SUBSCRIPTION_ID:+--subscription "$AZURE_SUBSCRIPTION_ID"} \
    --resource-group "$AZURE_RESOURCE_GROUP" --name ingest-events --only-show-errors --output none \
    --template-file "$(dirname "$0")/events.bicep" \
    --parameters "appName=$INGEST_APP" "storageAccountName=$INGEST_STORAGE_ACCOUNT" "topicName=$INGEST_EVENT_TOPIC"
do
    if [ "$attempt" -ge 10 ]; then
        echo "The app could not be subscribed to the events of its storage; it finds files by its timer until this script succeeds." >&2
        exit 1
    fi
    echo "Not yet; once more in 30 s ($attempt of 10)."
    attempt=$((attempt + 1))
    sleep 30
done
echo "Reviews go to ${INGEST_REVIEWS_URL:-the container reviews}, profiles are at ${INGEST_URL:-the address of the app}"
