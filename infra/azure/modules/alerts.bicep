// Metrics named here are those of docs/telemetry.md; tests/Ingest.Azure.Tests holds them to it.

param suffix string
param location string
param tags object
param email string
param workspaceName string
param storageAccountName string
param topicName string

@description('Reviews that may stand as failed; they are tried again by themselves for days.')
param failedReviews int = 10

@description('Attempts on reviews that may fail in a quarter of an hour.')
param failedAttempts int = 100

@description('Seconds that a review may wait to be settled.')
param oldestUnprocessedSeconds int = 1800

@description('Requests that storage may refuse in a quarter of an hour for being too many.')
param throttledRequests int = 100

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-02-01' existing = {
  name: workspaceName
}

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' existing = {
  name: storageAccountName
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: 'ag-ingest-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'ingest'
    emailReceivers: [{ name: 'email', emailAddress: email, useCommonAlertSchema: true }]
  }
}

var queries = [
  {
    name: 'failed-reviews'
    says: 'Reviews stand as failed: GET /api/reviews?status=failed says which and why.'
    query: 'AppMetrics | where Name == "ingest.reviews" and tostring(Properties.status) == "failed" | summarize Value = max(Sum / ItemCount)'
    operator: 'GreaterThan'
    threshold: failedReviews
    window: 'PT15M'
  }
  {
    name: 'failed-attempts'
    says: 'Work on reviews fails again and again: storage or the app is in trouble.'
    query: 'AppMetrics | where Name == "ingest.reviews.failed" | summarize Value = sum(Sum)'
    operator: 'GreaterThan'
    threshold: failedAttempts
    window: 'PT15M'
  }
  {
    name: 'oldest-unprocessed'
    says: 'A review has waited long: the app does not keep up, or does not run.'
    query: 'AppMetrics | where Name == "ingest.reviews.oldest_unprocessed" | summarize Value = max(Sum / ItemCount)'
    operator: 'GreaterThan'
    threshold: oldestUnprocessedSeconds
    window: 'PT15M'
  }
  {
    name: 'no-reconciliation'
    says: 'No reconciliation has ended for an hour: the app does not run, or its telemetry does not arrive.'
    query: 'AppMetrics | where Name == "ingest.reconciliation.duration" | summarize Value = sum(ItemCount)'
    operator: 'LessThan'
    threshold: 1
    window: 'PT1H'
  }
]

resource queryAlerts 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in queries: {
    name: 'alert-${alert.name}-${suffix}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: 'Ingest: ${alert.name}'
      description: alert.says
      severity: 2
      enabled: true
      scopes: [workspace.id]
      evaluationFrequency: 'PT15M'
      windowSize: alert.window
      autoMitigate: true
      // The table appears with the first telemetry, after the rule.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: alert.query
            metricMeasureColumn: 'Value'
            timeAggregation: 'Maximum'
            operator: alert.operator
            threshold: alert.threshold
          }
        ]
      }
      actions: { actionGroups: empty(email) ? [] : [people.id] }
    }
  }
]

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-dead-letters-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Events could not be delivered: they were refused, as they are after a key was renewed, or nobody took them for a day. The reconciliation reads the reviews; mend the subscription.'
    severity: 2
    enabled: true
    scopes: [topic.id]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'dead-lettered'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.EventGrid/systemTopics'
          metricName: 'DeadLetteredCount'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: empty(email) ? [] : [{ actionGroupId: people.id }]
  }
}

resource throttling 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-throttling-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Storage refuses requests for being too many. The app waits and asks again; it is slower meanwhile.'
    severity: 3
    enabled: true
    scopes: [account.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'throttled'
          criterionType: 'StaticThresholdCriterion'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          metricName: 'Transactions'
          dimensions: [
            {
              name: 'ResponseType'
              operator: 'Include'
              values: ['ClientAccountRequestThrottlingError', 'ClientThrottlingError', 'ServerBusyError']
            }
          ]
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: throttledRequests
        }
      ]
    }
    actions: empty(email) ? [] : [{ actionGroupId: people.id }]
  }
}
