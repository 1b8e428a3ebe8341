// What Event Grid tells the app. Deployed after the app: the blob trigger's key is made by the running host, and a function
// can be subscribed to once it is there.

import { deadLetterContainer, deletedFunction, dropContainer, droppedFunction } from 'names.bicep'

@description('Name of the function app.')
param appName string

@description('Name of the storage account.')
param storageAccountName string

@description('Name of the system topic on the storage account.')
param topicName string

resource app 'Microsoft.Web/sites@2025-03-01' existing = {
  name: appName
}

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageAccountName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

var files = '/blobServices/default/containers/${dropContainer}/blobs/'
var untilDeadLetter = { eventTimeToLiveInMinutes: 1440, maxDeliveryAttempts: 30 }
var deadLetters = {
  identity: { type: 'SystemAssigned' }
  deadLetterDestination: {
    endpointType: 'StorageBlob'
    properties: { resourceId: account.id, blobContainerName: deadLetterContainer }
  }
}

resource dropped 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'review-dropped'
  properties: {
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${app.properties.defaultHostName}/runtime/webhooks/blobs?functionName=Host.Functions.${droppedFunction}&code=${listKeys('${app.id}/host/default', app.apiVersion).systemKeys.blobs_extension}'
        maxEventsPerBatch: 1
      }
    }
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: files
      isSubjectCaseSensitive: true
    }
    retryPolicy: untilDeadLetter
    deadLetterWithResourceIdentity: deadLetters
  }
}

resource deleted 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'review-deleted'
  properties: {
    destination: {
      endpointType: 'AzureFunction'
      properties: {
        resourceId: '${app.id}/functions/${deletedFunction}'
        maxEventsPerBatch: 1
      }
    }
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobDeleted']
      subjectBeginsWith: files
      isSubjectCaseSensitive: true
    }
    retryPolicy: untilDeadLetter
    deadLetterWithResourceIdentity: deadLetters
  }
  // A topic takes one change of its subscriptions at a time.
  dependsOn: [dropped]
}
